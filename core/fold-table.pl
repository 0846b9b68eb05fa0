#!/usr/bin/env perl
# Writes core/fold-table.h: for each ideograph the simplified one that OpenCC folds it to, and for each radical and compatibility
# ideograph, which fonts of PDFs name in place of the ideograph that looks the same, the simplified form of that; and which
# ideographs only one script has.
# Usage: perl fold-table.pl OPENCC > fold-table.h
use strict;
use warnings;
use Encode qw(encode);
use File::Temp qw(tempfile);
use Unicode::Normalize qw(NFC);
use Unicode::UCD qw(charprop);

my ($first, $last) = (0x4E00, 0x9FFF);
my ($first_radical, $last_radical) = (0x2E80, 0x2FD5);
my ($first_double, $last_double) = (0xF900, 0xFAD9);
my $opencc = shift or die "usage: $0 OPENCC\n";
my ($out, $name) = tempfile(UNLINK => 1);
binmode $out, ':utf8';
print $out chr($_), "\n" for $first .. $last;
close $out or die "$name: $!\n";
open my $in, '-|:utf8', $opencc, '-c', 't2s.json', '-i', $name or die "$opencc: $!\n";
my @folded = <$in>;
close $in or die "$opencc failed\n";
@folded == $last - $first + 1 or die "$opencc returned ", scalar @folded, " lines\n";

my @simplified;
for my $i (0 .. $#folded) {
    chomp $folded[$i];
    my $to = length $folded[$i] == 1 ? ord $folded[$i] : $first + $i;
    push @simplified, $to < $first || $to > $last ? $first + $i : $to;
}

# What `code` is folded to, which looks like `ideograph`.
sub same {
    my ($code, $ideograph) = @_;
    my $to = length $ideograph == 1 ? ord $ideograph : 0;
    return $to < $first || $to > $last ? $code : $simplified[$to - $first];
}

sub table {
    my ($name, @codes) = @_;
    my $column = 0;
    print "\nstatic const uint16_t ${name}[] = {";
    print $column++ % 12 ? ' ' : "\n", sprintf('0x%X,', $_) for @codes;
    print "\n};\n";
}

sub words {
    my ($name, @bits) = @_;
    print "\nstatic const uint64_t ${name}[] = {";
    print $_ % 6 ? ' ' : "\n", sprintf('0x%X,', $bits[$_] // 0) for 0 .. $#bits;
    print "\n};\n";
}

# For each two first bytes of three the third bytes, a bit each, with which they may be a character that folds. A place is six bits
# of the second byte, and four of the first.
sub places {
    my @bits;
    $bits[$_ >> 6] |= 1 << ($_ & 63) for 0x2000 .. 0x3000, $first_double .. 0xFFFF;
    $bits[$_ >> 6] |= 1 << ($_ & 63) for grep { $simplified[$_ - $first] != $_ } $first .. $last;
    words('may_fold', map { $bits[($_ & 15) << 6 | $_ >> 4] } 0 .. 0xFFFF >> 6);
}

# Whether an encoding has a character.
sub has {
    my ($encoding, $character) = @_;
    return defined eval { encode($encoding, $character, Encode::FB_CROAK) };
}

# These ideographs, a bit each.
sub ideographs {
    my ($name, @codes) = @_;
    my @bits = (0) x (($last - $first >> 6) + 1);
    $bits[$_ - $first >> 6] |= 1 << ($_ - $first & 63) for @codes;
    words($name, @bits);
}

print "/* fold-table.h - made by fold-table.pl from OpenCC's and Unicode's data; the simplified forms of U+4E00..U+9FFF, and of the\n";
print " * radicals U+2E80..U+2FD5 and compatibility ideographs U+F900..U+FAD9. */\n#include <stdint.h>\n\n";
printf "enum { FOLD_FIRST = 0x%X, FOLD_LAST = 0x%X, RADICAL_FIRST = 0x%X, RADICAL_LAST = 0x%X };\n", $first, $last, $first_radical, $last_radical;
table('simplified', @simplified);
places();
ideographs('only_traditional', grep { $simplified[$_ - $first] != $_ && !has('euc-cn', chr) } $first .. $last);
ideographs('only_simplified', grep { $simplified[$_ - $first] == $_ && has('euc-cn', chr) && !has('cp950', chr) } $first .. $last);
printf "enum { DOUBLE_FIRST = 0x%X, DOUBLE_LAST = 0x%X };\n", $first_double, $last_double;
table('of_radical', map { same($_, charprop($_, 'Equivalent_Unified_Ideograph')) } $first_radical .. $last_radical);
table('of_double', map { same($_, NFC(chr $_)) } $first_double .. $last_double);
