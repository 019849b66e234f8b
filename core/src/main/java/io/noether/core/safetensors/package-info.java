/**
 * Files in the safetensors format: a JSON header and raw little-endian numbers, no code. A file is refused before anything
 * is allocated from a size that it claims. The format: https://github.com/huggingface/safetensors.
 */
@NullMarked
package io.noether.core.safetensors;

import org.jspecify.annotations.NullMarked;
