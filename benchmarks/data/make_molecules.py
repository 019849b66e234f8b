#!/usr/bin/env python3
"""Make the molecules that `noether bench` measures: 3-(benzyloxy)pyridin-2-amine, C12H12N2O, 27 atoms.

Needs numpy. Run: python3 make_molecules.py > molecules.extxyz
1. Geometry from internal coordinates: rings are regular hexagons, other bonds have textbook lengths, angles are 120
   degrees (118 at the oxygen, 109.5 at the CH2 group). Three torsions are chosen so that 446 ordered pairs of atoms are
   within 5 Å. Nothing is relaxed: the structures are there to be computed, not to be studied.
2. The first frame is that geometry. Each of the 31 others has every coordinate displaced at random by 0.05 Å (seed 1).
3. Labels, to have something to train on, are those of a smooth pair energy that stands for no chemistry:
   E = sum over pairs of Z_i Z_j exp(-r / 0.5 Å) eV, and F = -dE/dr.
"""
import numpy as np

RING, CH, NH, ARYL_O, ARYL_N, ALKYL_O, BENZYL = 1.39, 1.09, 1.01, 1.37, 1.37, 1.43, 1.50  # Å
FRAMES, DISPLACEMENT, DECAY = 32, 0.05, 0.5
ATOMIC_NUMBERS = {"H": 1, "C": 6, "N": 7, "O": 8}

# element, (bonded to, Å), (angle with, degrees), (dihedral with, degrees); atoms are counted from 0
ATOMS = [
    ("N", None, None, None),                                  # 0: of the pyridine ring
    ("C", (0, RING), None, None),                             # 1: bears NH2
    ("C", (1, RING), (0, 120), None),                         # 2: bears O
    ("C", (2, RING), (1, 120), (0, 0)),                       # 3
    ("C", (3, RING), (2, 120), (1, 0)),                       # 4
    ("C", (4, RING), (3, 120), (2, 0)),                       # 5
    ("H", (3, CH), (2, 120), (1, 180)),
    ("H", (4, CH), (3, 120), (2, 180)),
    ("H", (5, CH), (4, 120), (3, 180)),
    ("N", (1, ARYL_N), (2, 120), (3, 180)),                   # 9: NH2
    ("H", (9, NH), (1, 120), (2, 0)),
    ("H", (9, NH), (1, 120), (2, 180)),
    ("O", (2, ARYL_O), (1, 120), (0, 180)),                   # 12
    ("C", (12, ALKYL_O), (2, 118), (3, 0)),                   # 13: CH2, in the plane of the ring
    ("C", (13, BENZYL), (12, 109.5), (2, 150)),               # 14: of the benzene ring
    ("H", (13, CH), (12, 109.5), (2, 30)),
    ("H", (13, CH), (12, 109.5), (2, -90)),
    ("C", (14, RING), (13, 120), (12, 30)),                   # 17
    ("C", (14, RING), (13, 120), (12, 210)),                  # 18
    ("C", (17, RING), (14, 120), (18, 0)),                    # 19
    ("C", (18, RING), (14, 120), (17, 0)),                    # 20
    ("C", (19, RING), (17, 120), (14, 0)),                    # 21
    ("H", (17, CH), (14, 120), (13, 0)),
    ("H", (18, CH), (14, 120), (13, 0)),
    ("H", (19, CH), (17, 120), (14, 180)),
    ("H", (20, CH), (18, 120), (14, 180)),
    ("H", (21, CH), (19, 120), (17, 180)),
]


def place(at, bond, angle, dihedral):
    """The position with this bond length, angle and dihedral (Parsons et al., J. Comput. Chem. 26, 1063, 2005)."""
    b, length = at[bond[0]], bond[1]
    if angle is None:
        return b + [length, 0, 0]
    a, theta = at[angle[0]], np.radians(angle[1])
    axis = (b - a) / np.linalg.norm(b - a)
    if dihedral is None:
        normal, phi = np.array([0.0, 0.0, 1.0]), 0.0
    else:
        normal, phi = np.cross(a - at[dihedral[0]], axis), np.radians(dihedral[1])
        normal /= np.linalg.norm(normal)
    side = np.cross(normal, axis)
    return b + length * (-np.cos(theta) * axis + np.sin(theta) * (np.cos(phi) * side + np.sin(phi) * normal))


def energy_and_forces(numbers, x):
    r = x[None] - x[:, None]                                  # r[i, j] points from i to j
    d = np.linalg.norm(r, axis=2) + np.eye(len(x))
    pair = numbers[:, None] * numbers[None] * np.exp(-d / DECAY) * (1 - np.eye(len(x)))
    return pair.sum() / 2, -((pair / DECAY / d)[:, :, None] * r).sum(1)


def main():
    symbols, ideal = [a[0] for a in ATOMS], []
    for _, bond, angle, dihedral in ATOMS:
        ideal.append(np.zeros(3) if bond is None else place(ideal, bond, angle, dihedral))
    ideal, numbers = np.array(ideal), np.array([ATOMIC_NUMBERS[s] for s in symbols], float)
    random = np.random.RandomState(1)
    for frame in range(FRAMES):
        x = ideal if frame == 0 else ideal + DISPLACEMENT * random.standard_normal(ideal.shape)
        x = np.round(x, 6)
        energy, forces = energy_and_forces(numbers, x)
        print(len(x))
        print(f'Properties=species:S:1:pos:R:3:forces:R:3 energy={energy:.6f} pbc="F F F"')
        for s, p, f in zip(symbols, x, forces):
            print(f"{s:2s}" + "".join(f" {v:11.6f}" for v in (*p, *f)))


main()
