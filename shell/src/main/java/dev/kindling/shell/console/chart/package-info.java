/** Charts of Datasets, in the terminal and as pictures. Only {@link dev.kindling.shell.console.chart.Chart} is API. */
@NullMarked
package dev.kindling.shell.console.chart;

import org.jspecify.annotations.NullMarked;
