/** Who competes: each does the same work in its own way. */
package dev.wend.benchmark.contestant;
