"""Made-up mailboxes for the matching of mails: seeded, with the truth of every mail."""

from validation.mailbox.make import MINE, Made, Mailbox, Side, Variant, mailbox

__all__ = ["MINE", "Made", "Mailbox", "Side", "Variant", "mailbox"]
