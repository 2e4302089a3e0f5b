"""What people read: messages, dates and numbers, in Arabic and English."""
