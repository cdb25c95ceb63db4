/** Rows of Parquet files as JSON objects; only in the jar that stands alone. */
package dev.wend.connectors.parquet;
