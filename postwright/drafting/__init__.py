"""Brief -> posting without a model: every item is worded by templates/ and names its sources."""
