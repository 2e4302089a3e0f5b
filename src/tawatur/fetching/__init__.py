"""Fetching: what lies on the web, asked for safely and politely."""

from tawatur.fetching.fetcher import Fetcher
from tawatur.fetching.records import FetchOptions, NotModified, Response, Validators

__all__ = ["FetchOptions", "Fetcher", "NotModified", "Response", "Validators"]
