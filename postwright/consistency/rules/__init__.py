"""The rules that look at many postings at once; a module is named after its rule."""
