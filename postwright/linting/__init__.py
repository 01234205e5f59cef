"""Rules over a reading: records, the engine that runs them, and one module per code rule under rules/."""
