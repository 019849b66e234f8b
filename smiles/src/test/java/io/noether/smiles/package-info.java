/** Tests of molecules as text and pictures. */
@org.jspecify.annotations.NullMarked
package io.noether.smiles;
