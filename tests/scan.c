/* scan.c - pages as a scanner hands them on: scan DPI SEED OUT.pdf PICTURE...
 *
 * SEED 0: as they are. Else: a stamp in red over the middle, a turn of 0.5 to 2 degrees, blur, grey paper, a
 * shadow at the left edge, noise, JPEG. */
#include <leptonica/allheaders.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>

/* A round stamp of 40 mm, a quarter of it a star. */
static void stamp(PIX *page, int dpi, int x, int y)
{
    int radius = dpi * 20 / 25, ring = dpi / 20;
    for (int dy = -radius; dy <= radius; dy++)
        for (int dx = -radius; dx <= radius; dx++) {
            int square = dx * dx + dy * dy;
            bool inked = square <= radius * radius && square >= (radius - ring) * (radius - ring);
            inked |= abs(dx) < radius / 4 && abs(dy) < radius / 4 && abs(dx) + abs(dy) < radius / 4;
            l_int32 red = 0, green = 0, blue = 0;
            if (!inked || pixGetRGBPixel(page, x + dx, y + dy, &red, &green, &blue))
                continue;
            pixSetRGBPixel(page, x + dx, y + dy, red * 215 / 255, green * 50 / 255, blue * 45 / 255);
        }
}

/* Over 15 mm at the left the page grows pale from half as light. */
static void shade(PIX *page, int dpi, float paper)
{
    int deep = dpi * 15 / 25;
    for (int y = 0; y < pixGetHeight(page); y++)
        for (int x = 0; x < pixGetWidth(page); x++) {
            float light = paper * (x < deep ? 0.5F + 0.5F * (float)x / (float)deep : 1);
            l_int32 red, green, blue;
            pixGetRGBPixel(page, x, y, &red, &green, &blue);
            pixSetRGBPixel(page, x, y, (int)((float)red * light), (int)((float)green * light),
                           (int)((float)blue * light));
        }
}

static PIX *scanned(PIX *page, int dpi, int number)
{
    float angle = (0.5F + 1.5F * (float)rand() / (float)RAND_MAX) * (rand() % 2 ? 1 : -1);
    float paper = 0.82F + 0.14F * (float)rand() / (float)RAND_MAX, noise = 4 + (float)(rand() % 7);
    stamp(page, dpi, pixGetWidth(page) * (40 + rand() % 30) / 100,
          pixGetHeight(page) * (30 + rand() % 40) / 100);
    PIX *turned = pixRotate(page, angle * 3.14159265F / 180, L_ROTATE_AREA_MAP, L_BRING_IN_WHITE, 0, 0);
    L_KERNEL *blur = makeGaussianKernel(3, 3, 0.4F + (float)dpi / 500, 1);
    PIX *soft = pixConvolveRGB(turned, blur);
    shade(soft, dpi, paper);
    PIX *noisy = pixAddGaussianNoise(soft, noise);
    kernelDestroy(&blur);
    pixDestroy(&turned);
    pixDestroy(&soft);
    fprintf(stderr, "page %d: %.1f degrees, paper %.2f, noise %.0f\n", number, (double)angle, (double)paper,
            (double)noise);
    return noisy;
}

int main(int argc, char **argv)
{
    if (argc < 5)
        return EXIT_FAILURE;
    int dpi = atoi(argv[1]), seed = atoi(argv[2]);
    PIXA *pages = pixaCreate(0);
    srand((unsigned)seed);
    for (int i = 4; i < argc; i++) {
        PIX *file = pixRead(argv[i]), *page = pixConvertTo32(file),
            *seen = seed ? scanned(page, dpi, i - 3) : pixClone(page);
        pixSetResolution(seen, dpi, dpi);
        pixaAddPix(pages, seen, L_INSERT);
        pixDestroy(&file);
        pixDestroy(&page);
    }
    return pixaConvertToPdf(pages, dpi, 1, seed ? L_JPEG_ENCODE : L_FLATE_ENCODE, 75, "scan", argv[3]);
}
