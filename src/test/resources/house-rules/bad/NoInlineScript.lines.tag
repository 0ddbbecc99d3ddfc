<script type="module"
        data-greater=">">

  alert(1);
</script>
