"""What chatbots and language models are asked, and the items in what they reply."""

from mediaquiz.formats.chat.read import read as read
