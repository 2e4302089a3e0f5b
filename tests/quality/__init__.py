"""The quality gate: sample reports, what a person reads in them, and floors that only rise."""
