@NullMarked
package io.noether.examples;

import org.jspecify.annotations.NullMarked;
