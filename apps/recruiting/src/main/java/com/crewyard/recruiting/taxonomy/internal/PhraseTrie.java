package com.crewyard.recruiting.taxonomy.internal;

import java.util.Arrays;

/** Names as paths of word numbers. One table of (node, word) → node; each node may end one name. */
final class PhraseTrie {
    static final int NONE = -1;
    static final int ROOT = 0;
    private static final int INITIAL_SLOTS = 1 << 12;

    /** Edges and endings are kept one higher, so that fresh, zeroed tables are empty. */
    private static final long EMPTY = 0;

    private long[] edges = new long[INITIAL_SLOTS];
    private int[] children = new int[INITIAL_SLOTS];
    private int[] endings = new int[INITIAL_SLOTS];
    private int nodes = 1;

    /** Follows the word as written, else in the singular. */
    int step(int node, Tokens tokens, int token) {
        int child = child(node, tokens.number(token));
        return child != NONE ? child : child(node, tokens.singular(token));
    }

    /** The name that ends here, or {@link #NONE}. */
    int ending(int node) {
        return endings[node] - 1;
    }

    /** The name's number is kept, unless the path already ends another: then that one is returned. */
    int add(Tokens tokens, int name) {
        int node = ROOT;
        for (int i = 0; i < tokens.size(); i++) {
            node = childOrNew(node, tokens.number(i));
        }
        if (ending(node) == NONE && node != ROOT) {
            endings[node] = name + 1;
        }
        return ending(node);
    }

    private int child(int node, int word) {
        if (word == TokenDictionary.UNKNOWN) {
            return NONE;
        }
        int slot = slot(edge(node, word));
        return edges[slot] == EMPTY ? NONE : children[slot];
    }

    private int childOrNew(int node, int word) {
        long edge = edge(node, word);
        int slot = slot(edge);
        if (edges[slot] == EMPTY) {
            edges[slot] = edge;
            children[slot] = nodes++;
            int child = children[slot];
            grow();
            return child;
        }
        return children[slot];
    }

    private int slot(long edge) {
        long mixed = edge * 0x9E3779B97F4A7C15L;
        int mask = edges.length - 1;
        int slot = (int) (mixed >>> 40) & mask;
        while (edges[slot] != EMPTY && edges[slot] != edge) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        if (nodes == endings.length) {
            endings = Arrays.copyOf(endings, nodes * 2);
        }
        if (nodes > edges.length / 2) {
            long[] oldEdges = edges;
            int[] oldChildren = children;
            edges = new long[oldEdges.length * 2];
            children = new int[edges.length];
            for (int i = 0; i < oldEdges.length; i++) {
                if (oldEdges[i] != EMPTY) {
                    int slot = slot(oldEdges[i]);
                    edges[slot] = oldEdges[i];
                    children[slot] = oldChildren[i];
                }
            }
        }
    }

    private static long edge(int node, int word) {
        return ((long) node << 32 | word) + 1;
    }
}
