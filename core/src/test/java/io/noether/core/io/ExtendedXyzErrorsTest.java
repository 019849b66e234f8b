package io.noether.core.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.noether.core.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExtendedXyzErrorsTest {
  @TempDir
  Path folder;

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      x/c/H 0 0 0                                    | line 1: 'x' is where a structure's number of atoms should be
      0/c                                            | line 1: a structure with 0 atoms
      -1/c                                           | line 1: a structure with -1 atoms
      1                                              | ends after line 1
      2/c/H 0 0 0                                    | ends after line 3 where atom 2 of 2 should follow
      2000000000/c/H 0 0 0                           | ends after line 3 where atom 2 of 2000000000 should follow
      2/c/H 0 0 0/H 0 0                              | line 4: 3 values where Properties= asks for 4
      1/c/H 0 0 0/H 1 1 1                            | line 4: 'H 1 1 1' is where a structure's number
      1/c/Xx 0 0 0                                   | line 3: unknown element 'Xx'
      1/c/si 0 0 0                                   | line 3: unknown element 'si'; did you mean Si?
      1/c/119 0 0 0                                  | line 3: no element has atomic number 119
      1/c/H 0 zero 0                                 | line 3: 'zero' is not a number, which pos needs
      1/c/H 0 1.5f 0                                 | line 3: '1.5f' is not a number, which pos needs
      2/c/H 0 0 0/H 0 NaN 0                          | line 4: a component of pos is NaN
      1/c/H 0 -inf 0                                 | line 3: a component of pos is -Infinity
      1/energy=nan/H 0 0 0                           | line 2: energy is 'nan', not finite
      1/energy=low/H 0 0 0                           | line 2: energy is 'low', not a number
      1/energy="1 2"/H 0 0 0                         | line 2: energy has 2 numbers instead of 1
      1/stress="1 2"/H 0 0 0                         | line 2: stress has 2 numbers instead of 9
      1/stress="1 2 0 0 0 0 0 0 0"/H 0 0 0           | line 2: stress is not symmetric
      1/virial="1 0 0 0 1 0 0 0 1"/H 0 0 0           | line 2: virial needs a Lattice
      1/pbc="T T T"/H 0 0 0                          | line 2: pbc="T T T" without a Lattice
      1/Lattice="1 0 0" x=1/H 0 0 0                  | line 2: Lattice has 3 numbers instead of 9
      1/Lattice="1 0 0 2 0 0 0 0 1"/H 0 0 0          | 0.0, 1.0] is singular
      1/Lattice="1 0 0 0 nan 0 0 0 1"/H 0 0 0        | is not finite
      1/Lattice="1 0 0 0 1b2 0 0 0 1"/H 0 0 0        | line 2: Lattice has '1b2' where a number should be
      1/Lattice="4 0 0 0 4 0 0 0 4" pbc="T T"/H 0 0 0 | line 2: pbc has 2 values instead of 3
      1/Lattice="4 0 0 0 4 0 0 0 4" pbc=maybe/H 0 0 0 | line 2: pbc is 'maybe', which is not made of T and F
      1/Lattice="4 0 0 0 4 0 0 0 4/H 0 0 0           | line 2: the quote at column 9 is not closed
      1/Properties=species:S:1:pos:R a={1/H 0 0 0    | line 2: the { at column 32 is not closed
      1/Properties=species:S:1:pos:R/H 0 0 0         | line 2: Properties=species:S:1:pos:R is not made of
      1/Properties=species:S:1:pos:X:3/H 0 0 0       | line 2: the type of pos in Properties= is 'X'
      1/Properties=species:S:1:pos:R:0/H 0 0 0       | line 2: the count of pos in Properties= is '0'
      1/Properties=species:S:1:pos:R:2/H 0 0         | line 2: Properties= must give pos as pos:R:3
      1/Properties=species:S:1:a:R:3/H 0 0 0         | line 2: Properties= has no positions
      1/Properties=pos:R:3/0 0 0                     | line 2: Properties= has no species
      1/Properties=species:R:1:pos:R:3/1 0 0 0       | a type other than S or I
      1/Properties=species:S:1:pos:R:3 a=1 a=2/H 0 0 0 | line 2: the key 'a' is there twice
      1/Properties=species:S:1:pos:R:3:forces:R:3/H 0 0 0 1 nan 0 | line 3: a component of the forces is NaN
      1/Properties=species:S:1:pos:R:3:forces:R:2/H 0 0 0 1 2 | line 2: the column forces is not three real numbers
      1/energy=1/H 0 0 0/1/REF_energy=2/H 0 0 0      | line 5: the energy is called REF_energy here but energy before
      """)
  void saysWhereAndWhat(String lines, String message) throws IOException {
    var path = Files.writeString(folder.resolve("bad.xyz"), lines.replace('/', '\n') + "\n");
    var e = assertThrows(InputException.class, () -> ExtendedXyz.read(path));
    assertTrue(e.getMessage().startsWith(path.toString()), e.getMessage());
    assertTrue(e.getMessage().contains(message), e.getMessage());
    assertEquals(1, e.getMessage().lines().count());
  }

  @Test
  void aLabelAskedForMustBeThere() throws IOException {
    var path = Files.writeString(folder.resolve("a.xyz"), "1\nenergy=1 charge=2\nH 0 0 0\n");
    var e = assertThrows(InputException.class, () -> ExtendedXyz.read(path, LabelKeys.USUAL.withEnergy("Energy")));
    assertEquals(path + ": no structure has the energy 'Energy' that was asked for; there are energy, charge",
        e.getMessage());
  }

  @Test
  void filesThatCannotBeReadAreNamed() throws IOException {
    assertMessage("nowhere.xyz", "no such file");
    Files.createDirectory(folder.resolve("dir.xyz"));
    assertMessage("dir.xyz", "is a directory");
    Files.createFile(folder.resolve("empty.xyz"));
    assertMessage("empty.xyz", "is empty");
    Files.writeString(folder.resolve("not.xyz.gz"), "1\n\nH 0 0 0\n");
    assertMessage("not.xyz.gz", "not a gzip file");
    assertMessage("what.doc", "unknown kind of file");
  }

  private void assertMessage(String name, String message) {
    var e = assertThrows(InputException.class, () -> StructureReader.read(folder.resolve(name)));
    assertTrue(e.getMessage().startsWith(folder.resolve(name) + ": " + message), e.getMessage());
  }
}
