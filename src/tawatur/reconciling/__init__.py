"""Reconciling: what many documents say, put side by side. The rules are told in docs/reconciling.md."""

from tawatur.reconciling.reconciler import reconcile, reconcile_features

__all__ = ["reconcile", "reconcile_features"]
