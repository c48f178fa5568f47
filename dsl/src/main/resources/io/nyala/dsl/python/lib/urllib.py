"""Addresses on the web: urllib.request and urllib.parse."""
