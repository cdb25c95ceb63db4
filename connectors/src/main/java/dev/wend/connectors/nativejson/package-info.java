/** The native record: JSON in the Segment / RudderStack shape (SEMANTICS.md section 1). */
package dev.wend.connectors.nativejson;
