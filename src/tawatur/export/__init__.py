"""The reconciled ledger as files for other programs."""
