/** Model files: everything that is needed to build a trained network again, in one safetensors file without code. */
@NullMarked
package io.noether.nn.files;

import org.jspecify.annotations.NullMarked;
