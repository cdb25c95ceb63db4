/** Finds out how files of an unknown layout may be read: a first draft of a mapping file, and what is unsure about it. */
package dev.wend.connectors.inference;
