"""The pages: widgets -> service -> show. Nothing else imports Streamlit."""
