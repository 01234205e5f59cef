"""The parts that `services` is made of: house rules, brief edits, checks, sources and exports of one desk."""
