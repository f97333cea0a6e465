"""What the domain of an address says: whose it is, or that it says nothing."""

from wentwell.domains._domains import DomainKind, domain_kind, label, registered

__all__ = ["DomainKind", "domain_kind", "label", "registered"]
