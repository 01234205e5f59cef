"""The store: postings, their versions, waivers and export records."""
