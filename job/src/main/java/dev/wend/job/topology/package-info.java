/** The live job: how its parts are joined to a Flink topology (SEMANTICS.md section 6, "Live"). */
package dev.wend.job.topology;
