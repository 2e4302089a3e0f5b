"""The ledger in a browser: pages for people, the same as JSON for programs."""
