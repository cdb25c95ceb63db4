/** Mapping files: how rows and records of other layouts become events. */
package dev.wend.connectors.mapping;
