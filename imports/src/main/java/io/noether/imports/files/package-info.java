/**
 * Files of other packages, read as data: PyTorch files and the pickles in them, and the tensors that they hold. Nothing in
 * a file is executed, nothing is allocated from a size that it claims, and whatever reading a network does not need is
 * refused by name.
 */
@NullMarked
package io.noether.imports.files;

import org.jspecify.annotations.NullMarked;
