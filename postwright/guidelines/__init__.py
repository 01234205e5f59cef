"""Typed, validated loading of guidelines/ and of the organisation's overlay."""
