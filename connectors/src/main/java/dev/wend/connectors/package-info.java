/** Bytes to the vocabulary of {@code dev.wend.event}: what a record becomes, and why it became nothing. */
package dev.wend.connectors;
