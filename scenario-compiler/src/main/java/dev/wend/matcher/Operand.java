package dev.wend.matcher;

/** What a value is compared with, or what is put into {@code data}. */
public sealed interface Operand permits Literal, Reference {}
