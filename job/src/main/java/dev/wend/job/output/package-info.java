/** Records sorted into files: runs that are sorted where they are written, and merged when all are there. */
package dev.wend.job.output;
