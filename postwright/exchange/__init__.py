"""One module per format in or out: documents and briefs are read here, postings are written here."""
