"""Readings as pages for people: views of records, and the templates that show them."""
