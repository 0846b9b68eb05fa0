#!/usr/bin/env perl
# Writes core/fold-table.h: for each ideograph the simplified one that OpenCC folds it to.
# Usage: perl fold-table.pl OPENCC > fold-table.h
use strict;
use warnings;
use File::Temp qw(tempfile);

my ($first, $last) = (0x4E00, 0x9FFF);
my $opencc = shift or die "usage: $0 OPENCC\n";
my ($out, $name) = tempfile(UNLINK => 1);
binmode $out, ':utf8';
print $out chr($_), "\n" for $first .. $last;
close $out or die "$name: $!\n";
open my $in, '-|:utf8', $opencc, '-c', 't2s.json', '-i', $name or die "$opencc: $!\n";
my @folded = <$in>;
close $in or die "$opencc failed\n";
@folded == $last - $first + 1 or die "$opencc returned ", scalar @folded, " lines\n";

print "/* fold-table.h - made by fold-table.pl from OpenCC's data; the simplified form of U+4E00..U+9FFF. */\n";
print "#include <stdint.h>\n\n";
printf "enum { FOLD_FIRST = 0x%X, FOLD_LAST = 0x%X };\n\nstatic const uint16_t simplified[] = {\n", $first, $last;
my $column = 0;
for my $i (0 .. $#folded) {
    chomp $folded[$i];
    my $to = length $folded[$i] == 1 ? ord $folded[$i] : $first + $i;
    $to = $first + $i if $to < $first || $to > $last;
    print ++$column % 12 ? '' : "\n", sprintf('0x%X,', $to), ' ';
}
print "\n};\n";
