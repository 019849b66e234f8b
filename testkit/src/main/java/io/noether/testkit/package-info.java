/**
 * Physical laws as tests. Implement {@link io.noether.testkit.PotentialContract} (or one of the contracts it is made
 * of) in a JUnit class and any {@link io.noether.core.Potential} is put under them, on random molecules and crystals from
 * {@link io.noether.testkit.random.RandomStructures}. A failure names the law, the worst value, what was allowed and the seed,
 * and prints the structure as Java source.
 */
@NullMarked
package io.noether.testkit;

import io.noether.testkit.random.RandomStructures;
import org.jspecify.annotations.NullMarked;
