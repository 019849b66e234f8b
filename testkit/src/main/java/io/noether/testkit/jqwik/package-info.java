/** Random structures and symmetries as jqwik arbitraries, for property tests of your own. */
@NullMarked
package io.noether.testkit.jqwik;

import org.jspecify.annotations.NullMarked;
