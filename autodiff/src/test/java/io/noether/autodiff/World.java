package io.noether.autodiff;

import java.util.List;

/** The spaces and maps that random programs live on: a small copy of atoms, edges, structures and elements. */
final class World {
  static final Space NODES = Space.stored("nodes");
  static final Space EDGES = Space.streamed("edges");
  static final Space GROUPS = Space.stored("groups");
  static final Space KINDS = Space.stored("kinds");
  static final List<Space> SPACES = List.of(NODES, EDGES, GROUPS, KINDS);

  static final Index RECEIVER = Index.sorted("receiver", EDGES, NODES);
  static final Index SENDER = Index.of("sender", EDGES, NODES);
  static final Index GROUP = Index.sorted("group", NODES, GROUPS);
  static final Index KIND = Index.of("kind", NODES, KINDS);
  static final List<Index> MAPS = List.of(RECEIVER, SENDER, GROUP, KIND);

  private World() {}
}
