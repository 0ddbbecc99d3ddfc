/** Says what lives here, but not what may be null. */
package archfixture.nullmarked.channel;
