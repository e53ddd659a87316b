/** An identity provider as somebody else runs one: Spring Authorization Server with two people. */
@NullMarked
package com.example.identity;

import org.jspecify.annotations.NullMarked;
