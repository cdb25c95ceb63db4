/** The layout of pictures by the Eclipse Layout Kernel, which only the stand-alone jar has. */
package dev.wend.job.drawing.elk;
