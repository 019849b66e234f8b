/**
 * Model files: the safetensors container (a JSON header and raw little-endian numbers, no code) and what Noether keeps
 * in it. Files are refused before anything is allocated from a size they claim.
 */
@NullMarked
package io.noether.nn.files;

import org.jspecify.annotations.NullMarked;
