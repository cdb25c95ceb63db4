/** A history file read to events, order lines and dead letters. */
package dev.wend.connectors.history;
