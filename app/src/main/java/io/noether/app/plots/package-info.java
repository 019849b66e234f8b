/** Pictures as PNG files: learning curves, predictions against labels, spectra. */
@NullMarked
package io.noether.app.plots;

import org.jspecify.annotations.NullMarked;
