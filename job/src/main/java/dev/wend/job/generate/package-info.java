/**
 * A made-up shop: its customers, and the clickstream that they leave (records in the native shape of SEMANTICS.md
 * section 1).
 */
package dev.wend.job.generate;
