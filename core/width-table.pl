#!/usr/bin/env perl
# Writes core/width-table.h: the ranges of characters that do not take one column, by the Unicode data that comes with Perl.
# Usage: perl width-table.pl > width-table.h
use strict;
use warnings;

sub width {
    my $char = chr shift;
    return 0 if $char =~ /[\p{Mn}\p{Me}\p{Cf}]/ and $char ne "\x{AD}";
    return $char =~ /[\p{Ea=W}\p{Ea=F}]/ ? 2 : 1;
}

print "/* width-table.h - made by width-table.pl: characters that take no column or two. */\n";
print "static const struct { unsigned first, last; int width; } wide[] = {\n";
my ($first, $current) = (0, 1);
for my $code (0x80 .. 0x3FFFF, 0xE0000 .. 0xE0FFF, 0x110000) {
    my $width = $code > 0x10FFFF || ($code >= 0xD800 && $code <= 0xDFFF) ? 1 : width($code);
    next if $width == $current;
    printf "    {0x%X, 0x%X, %d},\n", $first, $code - 1, $current if $current != 1;
    ($first, $current) = ($code, $width);
}
print "};\n";
