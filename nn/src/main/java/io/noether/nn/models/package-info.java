/**
 * Published architectures. Each is a record of hyper-parameters whose one method reads like the paper's equations;
 * {@link io.noether.nn.models.Architectures} makes them from names and text, for model files and configurations.
 */
@NullMarked
package io.noether.nn.models;

import org.jspecify.annotations.NullMarked;
